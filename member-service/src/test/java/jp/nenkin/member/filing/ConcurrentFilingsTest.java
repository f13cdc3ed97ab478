package jp.nenkin.member.filing;

import static jp.nenkin.member.Requests.change;
import static jp.nenkin.member.Requests.enrolled;
import static jp.nenkin.member.Requests.enrolment;
import static jp.nenkin.member.Requests.get;
import static jp.nenkin.member.Requests.loss;
import static jp.nenkin.member.Requests.post;
import static jp.nenkin.member.Requests.today;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.member.Requests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalParts.class)
class ConcurrentFilingsTest {
    private static final int CALLERS = 16;
    private static final List<Integer> GRADES = List.of(320_000, 340_000, 360_000, 380_000, 410_000, 440_000);

    @BeforeEach
    void establishments() {
        Requests.establishments();
        LocalParts.asOfficer();
    }

    @Test
    void of_many_losses_at_once_one_is_taken() throws Exception {
        String member = enrolled();
        assertThat(statuses(i -> post(LocalParts.asOfficer(), "/filings/losses", loss(member, today()))
                        .extract()))
                .containsOnly(201, 409)
                .containsOnlyOnce(201);
    }

    @Test
    void of_many_enrolments_of_one_person_at_once_one_is_taken() throws Exception {
        Map<String, Object> enrolment = enrolment();
        assertThat(statuses(i -> post(LocalParts.asOfficer(), "/filings/enrolments", enrolment)
                        .extract()))
                .containsOnly(201, 409)
                .containsOnlyOnce(201);
    }

    @Test
    void one_request_sent_many_times_at_once_takes_effect_once() throws Exception {
        Map<String, Object> enrolment = enrolment();
        List<String> answers = new ArrayList<>();
        for (ExtractableResponse<Response> answer :
                together(i -> post(LocalParts.asOfficer(), "/filings/enrolments", "once-for-all", enrolment)
                        .statusCode(201)
                        .extract())) {
            answers.add(answer.asString());
        }
        assertThat(answers).hasSize(CALLERS).containsOnly(answers.getFirst());
    }

    @Test
    void changes_of_one_day_at_once_replace_each_other_in_a_row() throws Exception {
        String member = enrolled();
        List<ExtractableResponse<Response>> answers = together(i -> post(
                        LocalParts.asOfficer(),
                        "/filings/base-salary-changes",
                        change(member, GRADES.get(i % GRADES.size())))
                .extract());
        long taken =
                answers.stream().filter(answer -> answer.statusCode() == 201).count();
        Response found =
                get(LocalParts.asOfficer(), "/members/" + member).extract().response();
        List<Map<String, Object>> facts =
                found.path("memberships[0].baseSalaries.findAll { it.effectiveFrom != '2015-04-01' }");
        assertThat(answers)
                .allMatch(answer -> answer.statusCode() == 201 || "nothing-changes".equals(answer.path("code")));
        assertThat(facts).hasSize((int) taken);
        assertThat(facts.stream().filter(fact -> fact.get("replaces") == null)).hasSize(1);
        assertThat(facts.stream().map(fact -> fact.get("replaces"))).doesNotHaveDuplicates();
    }

    private static List<Integer> statuses(Call call) throws Exception {
        return together(call).stream().map(ExtractableResponse::statusCode).toList();
    }

    private static List<ExtractableResponse<Response>> together(Call call) throws Exception {
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            List<Callable<ExtractableResponse<Response>>> calls = IntStream.range(0, CALLERS)
                    .<Callable<ExtractableResponse<Response>>>mapToObj(i -> () -> call.answer(i))
                    .toList();
            List<ExtractableResponse<Response>> answers = new ArrayList<>();
            for (Future<ExtractableResponse<Response>> answer : callers.invokeAll(calls)) {
                answers.add(result(answer));
            }
            return answers;
        }
    }

    private static ExtractableResponse<Response> result(Future<ExtractableResponse<Response>> answer)
            throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException fault) {
            throw new IllegalStateException(fault.getCause());
        }
    }

    private interface Call {
        ExtractableResponse<Response> answer(int caller);
    }
}
