package jp.nenkin.member.file;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file that is kept somewhere, so that it can be read again from its beginning. */
@FunctionalInterface
public interface FileBytes {
    /** A new stream over all bytes, which the caller closes. */
    InputStream open() throws IOException;
}
