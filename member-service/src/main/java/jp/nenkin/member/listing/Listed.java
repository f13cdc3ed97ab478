package jp.nenkin.member.listing;

import java.time.LocalDate;
import jp.nenkin.events.LossCause;
import jp.nenkin.member.establishment.EstablishmentNumber;
import org.jspecify.annotations.Nullable;

/** A period of membership in effect, with who the member is. */
record Listed(
        Place place,
        String name,
        @Nullable String nameKana,
        LocalDate birthDate,
        EstablishmentNumber establishment,
        @Nullable Integer insuredNumber,
        @Nullable LocalDate lostOn,
        @Nullable LossCause cause) {}
