package jp.nenkin.kit;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Refuses a parameter of a query that the operation does not have, and names those that it has.
 *
 * <p>JAX-RS passes over it, so that who misspells a filter would be answered with everything.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public class KnownParameters implements ContainerRequestFilter {
    private final ResourceInfo operation;
    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    KnownParameters(ResourceInfo operation) {
        this.operation = operation;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Set<String> sent = request.getUriInfo().getQueryParameters().keySet();
        if (sent.isEmpty()) {
            return;
        }
        Set<String> allowed = known.computeIfAbsent(operation.getResourceMethod(), KnownParameters::namesOf);
        Problem refusal = Problem.of(KitProblem.INVALID);
        for (String name : sent) {
            if (!allowed.contains(name)) {
                refusal = refusal.field(
                        name, KitProblem.PARAMETER_UNKNOWN, Map.of("allowed", String.join(", ", allowed)));
            }
        }
        if (!refusal.errors().isEmpty()) {
            throw refusal;
        }
    }

    private static Set<String> namesOf(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(KnownParameters::namesOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> namesOf(Parameter parameter) {
        Stream<? extends AnnotatedElement> places = parameter.isAnnotationPresent(BeanParam.class)
                ? Arrays.stream(parameter.getType().getDeclaredFields())
                : Stream.of(parameter);
        return places.filter(place -> place.isAnnotationPresent(QueryParam.class))
                .map(place -> place.getAnnotation(QueryParam.class).value());
    }
}
