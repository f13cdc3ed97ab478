package jp.nenkin.system;

import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the fund, which is started once and stopped after the last test of all. */
final class FundExtension implements BeforeAllCallback, ParameterResolver {

    /** The fund, or why there is none: nobody waits for it twice. */
    private record Started(@Nullable Fund fund, @Nullable Throwable failure) implements AutoCloseable {
        static Started now() {
            try {
                return new Started(Fund.start(Long.getLong("seed", new Random().nextInt(1_000))), null);
            } catch (RuntimeException | Error e) {
                return new Started(null, e);
            }
        }

        Fund orThrow() {
            if (fund == null) {
                throw new IllegalStateException("the system did not come up: " + failure, failure);
            }
            return fund;
        }

        @Override
        public void close() {
            if (fund != null) {
                fund.close();
            }
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        fund(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Fund.class;
    }

    @Override
    public Fund resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return fund(context);
    }

    private static Fund fund(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(FundExtension.class))
                .computeIfAbsent(Started.class, _ -> Started.now(), Started.class)
                .orThrow();
    }
}
