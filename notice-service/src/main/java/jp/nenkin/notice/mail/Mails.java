package jp.nenkin.notice.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import jp.nenkin.kit.Ids;
import jp.nenkin.notice.inbox.Message;

/** The mails that tell members of their messages. */
@ApplicationScoped
public class Mails {
    private final MailTable table;
    private final Ids ids;

    Mails(MailTable table, Ids ids) {
        this.table = table;
        this.ids = ids;
    }

    /** Queues a mail for each message, within the caller's transaction. */
    public void queue(List<Message> messages) {
        table.insert(messages.stream()
                .map(message -> new MailTable.NewMail(
                        ids.next(), message.id(), message.memberNumber(), message.fiscalYear(), message.deliveredAt()))
                .toList());
    }
}
