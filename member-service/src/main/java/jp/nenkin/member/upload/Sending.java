package jp.nenkin.member.upload;

import jp.nenkin.kit.Caller;
import jp.nenkin.member.file.FileSaid;
import jp.nenkin.member.filing.Receipt;

/** What comes with the bytes of a file. */
record Sending(Whose whose, FileMode mode, Receipt receipt, FileSaid said, Caller sender) {}
