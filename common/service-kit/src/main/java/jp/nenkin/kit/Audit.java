package jp.nenkin.kit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.BlockingOperationControl;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Keeps who did what, and who saw what about somebody else, before the caller has the answer.
 *
 * <p>On record are commands that were taken, answers that tell somebody about a member who is not himself, and both
 * when they were forbidden. Whom an answer is about is said by its path, where {@code memberNumber} is part of it, and
 * by {@link Shown}. What a command changed is told by the facts that it kept.
 */
@Provider
public class Audit implements ContainerResponseFilter {
    private static final String MEMBER_NUMBER = "memberNumber";
    private static final Set<String> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Callers callers;
    private final Shown shown;
    private final AuditTable table;

    Audit(Callers callers, Shown shown, AuditTable table) {
        this.callers = callers;
        this.shown = shown;
        this.table = table;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
        // What is answered where nothing may wait tells of nobody: that a token is none, or how a run goes.
        if (!isOnRecord(answer.getStatus()) || !BlockingOperationControl.isBlockingAllowed()) {
            return;
        }
        Optional<Caller> caller = callers.known();
        if (caller.isEmpty()) {
            return;
        }
        Set<String> others = others(caller.get(), request.getUriInfo());
        if (!READS.contains(request.getMethod()) || !others.isEmpty()) {
            String operation = request.getMethod() + " " + template(request.getUriInfo());
            AuditTable.Entry entry = new AuditTable.Entry(operation, List.copyOf(others), answer.getStatus());
            QuarkusTransaction.requiringNew().run(() -> table.add(caller.get(), entry));
        }
    }

    /** Keeps that the caller is about to be told of members in an answer that has begun, as a streamed table has. */
    public void told(String operation, Collection<String> members) {
        Caller caller = callers.current();
        AuditTable.Entry entry = new AuditTable.Entry(operation, List.copyOf(members), Status.OK.getStatusCode());
        QuarkusTransaction.requiringNew().run(() -> table.add(caller, entry));
    }

    private static boolean isOnRecord(int status) {
        return status < 300 || status == Status.FORBIDDEN.getStatusCode();
    }

    /** Whom the answer is about, but for the caller. */
    private Set<String> others(Caller caller, UriInfo uri) {
        Set<String> members = new TreeSet<>(shown.members());
        members.addAll(uri.getPathParameters().getOrDefault(MEMBER_NUMBER, List.of()));
        if (caller instanceof Caller.Member member) {
            members.remove(member.number());
        }
        return members;
    }

    /** The path with the names of its parameters in place of what they are. */
    private static String template(UriInfo uri) {
        Map<String, String> names = new HashMap<>();
        uri.getPathParameters().forEach((name, values) -> values.forEach(value -> names.put(value, "{" + name + "}")));
        return Arrays.stream(uri.getPath().split("/"))
                .map(segment -> names.getOrDefault(segment, segment))
                .collect(Collectors.joining("/"));
    }
}
