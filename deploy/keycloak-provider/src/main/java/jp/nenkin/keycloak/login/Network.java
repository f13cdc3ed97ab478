package jp.nenkin.keycloak.login;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whom a network address counts for: one host by IPv4, by IPv6 the network of 64 bits of a subscriber. */
final class Network {

    private static final int SUBSCRIBER_BYTES = 8;
    /** Looser than the standards, and yet nothing that would be looked up as a name. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?<host>\\d+(\\.\\d+){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*)(%.*)?");

    private Network() {}

    /** @param address as the connection says it, never a name: what is no address counts for itself */
    static String of(String address) {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            return address;
        }
        try {
            InetAddress parsed = InetAddress.getByName(parts.group("host"));
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), SUBSCRIBER_BYTES))
                    : parsed.getHostAddress();
        } catch (UnknownHostException notAnAddress) {
            return address;
        }
    }
}
