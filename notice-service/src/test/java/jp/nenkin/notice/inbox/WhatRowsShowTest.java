package jp.nenkin.notice.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.kit.Sql;
import jp.nenkin.notice.Given;
import org.junit.jupiter.api.Test;

/** The database refuses on its own what the service should never ask it for. */
@QuarkusTest
@WithTestResource(LocalParts.class)
class WhatRowsShowTest {
    private static final List<String> PERSONAL =
            List.of("statement", "unpublished_statement", "person", "contact", "message", "mail");

    @Test
    void each_sees_his_own_and_nobody_sees_what_is_not_for_him() throws SQLException {
        String member = Given.member();
        everywhere(member);
        assertThat(seen("system", "", member)).containsExactlyElementsOf(PERSONAL);
        assertThat(seen("member", member, member)).containsExactly("statement", "message");
        assertThat(seen("member", Given.member(), member)).isEmpty();
        assertThat(seen("officer", "", member)).containsExactly("statement", "unpublished_statement", "mail");
        assertThat(seen("establishment", "", member)).isEmpty();
        assertThat(seen("", "", member)).isEmpty();
    }

    private static void everywhere(String member) {
        int year = Given.year();
        UUID message = UUID.randomUUID();
        Sql.run("INSERT INTO person VALUES (?, '年金 太郎')", member);
        Sql.run("INSERT INTO contact VALUES (?, 'taro@away.example', 'JAPANESE')", member);
        Sql.run("INSERT INTO statement VALUES (?, ?, '{}')", year, member);
        Sql.run("INSERT INTO publication VALUES (?, ?, 'test', now(), now())", UUID.randomUUID(), year);
        Sql.run("INSERT INTO message VALUES (?, ?, 'BALANCE_NOTICE', ?, '年金 太郎', now())", message, member, year);
        Sql.run(
                "INSERT INTO mail VALUES (?, ?, ?, ?, 'SENT', now(), 1, now(), NULL, now())",
                UUID.randomUUID(),
                message,
                member,
                year);
        // Last, of a year that is not published: the worker takes rows of a published one away.
        int later = Given.year();
        Sql.run("INSERT INTO statement VALUES (?, ?, '{}')", later, member);
        Sql.run("INSERT INTO unpublished_statement VALUES (?, ?)", later, member);
    }

    private static List<String> seen(String role, String scope, String member) throws SQLException {
        try (Connection connection = LocalParts.databaseAsService()) {
            connection.setAutoCommit(false);
            try (PreparedStatement set = connection.prepareStatement(
                    "SELECT set_config('app.role', ?, true), set_config('app.member', ?, true)")) {
                set.setString(1, role);
                set.setString(2, scope);
                set.execute();
            }
            return PERSONAL.stream()
                    .filter(table -> sees(connection, table, member))
                    .toList();
        }
    }

    private static boolean sees(Connection connection, String table, String member) {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT count(*) FROM " + table + " WHERE member_number = ?")) {
            select.setString(1, member);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getLong(1) > 0;
            }
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
