/**
 * The yearly balance notice as a PDF document, drawn from the figures of one statement.
 *
 * <p>The fonts are BIZ UDPGothic (Copyright 2022 The BIZ UDGothic Project Authors) and, for the rare characters of
 * names that it lacks, Noto Sans JP (Copyright 2014-2021 Adobe, with Reserved Font Name 'Source'). Both stand under the
 * SIL Open Font License 1.1, which allows them to be embedded in documents and shipped with software, commercial
 * software included, as long as they are not sold by themselves and the licence goes with them. The build brings them
 * from npm with their licences ({@code fonts/…/LICENSE_FONT} in the jar); they are not in the repository.
 */
@NullMarked
package jp.nenkin.notice.document;

import org.jspecify.annotations.NullMarked;
