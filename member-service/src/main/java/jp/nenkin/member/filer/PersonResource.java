package jp.nenkin.member.filer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.nenkin.kit.Callers;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.plan.Names;
import jp.nenkin.member.plan.Refusal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The people who may file for an establishment, over HTTP: kept by officers and by its administrators. */
@Path("/establishments/{number}/people")
@Produces(MediaType.APPLICATION_JSON)
public class PersonResource {
    private static final String USER_NAME = "^[!-~]{1,255}$";

    private final People people;
    private final FilingRights rights;
    private final Callers callers;

    PersonResource(People people, FilingRights rights, Callers callers) {
        this.people = people;
        this.rights = rights;
        this.callers = callers;
    }

    /** A person's entry, whole. */
    public record PersonToListBody(
            @NotNull @Size(min = 1, max = Names.LONGEST) @Pattern(regexp = Names.FORM)
            String name,

            @NotNull
            @Schema(description = "Each may file; APPROVER and ADMINISTRATOR approve; the last keeps this list")
            PersonRole role,

            @NotNull LocalDate from,

            @Nullable @Schema(description = "The first day on which the person may no more")
            LocalDate until) {}

    /** A person's entry as it stands. */
    public record PersonBody(
            String userName,
            String name,
            PersonRole role,
            LocalDate from,
            @Nullable LocalDate until) {
        static PersonBody of(ListedPerson person) {
            return new PersonBody(person.userName(), person.name(), person.role(), person.from(), person.until());
        }
    }

    /** All who are, were or will be on the list, by user name. */
    public record PeopleBody(List<PersonBody> people) {}

    @PUT
    @Path("/{userName}")
    @Operation(
            summary = "Put somebody on the list of people who may file, or set the entry anew (officer, an"
                    + " administrator of the establishment)",
            description = "To take somebody off it, until is today. Entries before are kept.")
    @APIResponseSchema(value = PersonBody.class, responseCode = "200")
    @APIResponse(responseCode = "403", description = "forbidden, person-not-listed, person-no-administrator")
    @APIResponse(responseCode = "422", description = "establishment-unknown, person-until-before-from")
    public PersonBody set(
            @PathParam("number") @Pattern(regexp = EstablishmentNumber.FORM) String number,
            @PathParam("userName") @Pattern(regexp = USER_NAME) String userName,
            @NotNull @Valid PersonToListBody body) {
        EstablishmentNumber establishment = new EstablishmentNumber(number);
        String by = rights.toKeepPeople(establishment).id();
        ListedPerson person = new ListedPerson(userName, body.name(), body.role(), body.from(), body.until());
        Optional<Refusal> refusal = people.set(establishment, person, by);
        if (refusal.isPresent()) {
            throw refusal.get().asProblem();
        }
        return PersonBody.of(person);
    }

    @GET
    @Operation(summary = "The people who may file for an establishment (officer, the establishment itself)")
    public PeopleBody list(@PathParam("number") @Pattern(regexp = EstablishmentNumber.FORM) String number) {
        callers.officerOrEstablishment(number);
        return new PeopleBody(people.of(new EstablishmentNumber(number)).stream()
                .map(PersonBody::of)
                .toList());
    }
}
