package jp.nenkin.member.upload;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.nenkin.kit.Problem;
import jp.nenkin.member.establishment.Establishment;
import jp.nenkin.member.establishment.Office;
import jp.nenkin.member.file.FileHeader;
import jp.nenkin.member.file.FiledEstablishment;
import jp.nenkin.member.file.FiledRow;
import org.jspecify.annotations.Nullable;

/** Whose a row may be: of the one establishment that its file is for, or of those that delegated to the sender. */
final class RowOwners {
    private static final int DIGITS = 7;

    private final List<Establishment> establishments;
    private final @Nullable Establishment only;
    // A file of many thousand rows names few establishments.
    private final Map<FiledEstablishment, Optional<Establishment>> known = new HashMap<>();

    private RowOwners(List<Establishment> establishments, @Nullable Establishment only) {
        this.establishments = establishments;
        this.only = only;
    }

    static RowOwners one(Establishment establishment) {
        return new RowOwners(List.of(establishment), establishment);
    }

    static RowOwners delegating(List<Establishment> establishments) {
        return new RowOwners(List.copyOf(establishments), null);
    }

    /** Whom the row names; empty where that is none of them, or several, which one symbol may mean. */
    Optional<Establishment> of(FiledRow row) {
        return switch (row) {
            case FiledRow.Read read -> named(read.establishment());
            case FiledRow.Refused refused ->
                refused.establishment() == null ? Optional.empty() : named(refused.establishment());
        };
    }

    private Optional<Establishment> named(FiledEstablishment filed) {
        return known.computeIfAbsent(filed, this::find);
    }

    private Optional<Establishment> find(FiledEstablishment filed) {
        List<Establishment> found =
                establishments.stream().filter(each -> is(filed, each)).toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /**
     * Refuses with a {@link Problem} a file whose header names establishments, and not the one that the file is for;
     * of one for several, each row is told by itself.
     */
    void refuseAnothers(@Nullable FileHeader header) {
        if (only == null || header == null) {
            return;
        }
        if (header.sites().stream().noneMatch(site -> is(site.establishment(), only))) {
            throw Problem.of(UploadProblem.ESTABLISHMENT_NOT_IN_HEADER)
                    .with("establishmentNumber", only.number().value());
        }
    }

    /** Where rows that are nobody's are kept: with the file of the one; null where the whole file keeps them. */
    @Nullable
    Establishment keeper() {
        return only;
    }

    /** Why a row is returned that names none of them: the same whether or not there is such an establishment. */
    Reason stranger() {
        return only == null
                ? Reason.of(UploadProblem.ESTABLISHMENT_NOT_DELEGATED)
                : Reason.of(
                        UploadProblem.ESTABLISHMENT_NOT_OF_FILE,
                        Map.of("establishmentNumber", only.number().value()));
    }

    /** Whether nobody can tell whose the row is, so that it may be of any of them. */
    static boolean isAnybodys(FiledRow row) {
        return row instanceof FiledRow.Refused refused && refused.establishment() == null;
    }

    private static boolean is(FiledEstablishment filed, Establishment establishment) {
        return switch (filed) {
            case FiledEstablishment.Numbered numbered -> numbered.number().equals(establishment.number());
            case FiledEstablishment.Symbol symbol -> is(symbol, establishment);
            case FiledEstablishment.OfFund ofFund ->
                ("0".repeat(DIGITS - ofFund.number().length()) + ofFund.number())
                        .equals(establishment.number().value());
        };
    }

    private static boolean is(FiledEstablishment.Symbol filed, Establishment establishment) {
        Office office = establishment.office();
        return office != null && office.is(filed.prefecture(), filed.municipality(), filed.symbol());
    }
}
