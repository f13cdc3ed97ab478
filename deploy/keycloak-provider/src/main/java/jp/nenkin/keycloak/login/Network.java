package jp.nenkin.keycloak.login;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Whom a network address counts for: one host by IPv4, by IPv6 the network of 64 bits that one subscriber is given. */
final class Network {

    private static final int SUBSCRIBER_BYTES = 8;

    private Network() {}

    /** @param address as the connection says it, never a name: what is no address counts for itself */
    static String of(String address) {
        // Only a name needs asking others, and a name has a letter that no address has, or no colon and no digit first.
        if (!address.matches("[0-9a-fA-F:.]+(%.*)?")) {
            return address;
        }
        try {
            InetAddress parsed = InetAddress.getByName(address.replaceFirst("%.*", ""));
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), SUBSCRIBER_BYTES))
                    : parsed.getHostAddress();
        } catch (UnknownHostException notAnAddress) {
            return address;
        }
    }
}
