package jp.nenkin.auth.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** A caller's address as it is counted. */
final class NetworkAddress {
    private static final int NETWORK_BYTES = 8;

    private NetworkAddress() {}

    /**
     * An IPv4 address as it is; of an IPv6 address the network, since one customer has all addresses in it.
     *
     * @param literal an address in digits, never a name
     */
    static String counted(String literal) {
        try {
            InetAddress address = InetAddress.ofLiteral(literal);
            return address instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES))
                    : address.getHostAddress();
        } catch (IllegalArgumentException noAddress) {
            throw new IllegalStateException("Not the address of a connection: " + literal, noAddress);
        }
    }
}
