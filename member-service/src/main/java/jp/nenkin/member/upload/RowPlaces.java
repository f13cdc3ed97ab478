package jp.nenkin.member.upload;

import java.util.Map;
import java.util.UUID;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.file.FiledRow;

/**
 * Into which file each row of a sent one goes.
 *
 * @param files of the establishments
 * @param rest where the rows go that are none of theirs
 */
record RowPlaces(RowOwners owners, Map<EstablishmentNumber, UUID> files, UUID rest) {

    UUID of(FiledRow row) {
        return owners.of(row)
                .map(owner -> files.getOrDefault(owner.number(), rest))
                .orElse(rest);
    }
}
