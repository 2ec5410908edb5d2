package io.github.storemaven.service;

import static io.github.storemaven.testing.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reference, section 6.14. */
class SubmissionStatusTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'code':'InvalidState','details':'x'} | InvalidState x",
                "{'details':'It broke'}                | ' It broke'",
                "{'code':null,'details':'It broke'}    | ' It broke'",
                "{'code':'','details':'It broke'}      | ' It broke'",
                "{'code':'InvalidState'}               | 'InvalidState '",
                "{'code':'None','details':'x'}         | ''",
                "{'code':'None'}                       | ''",
                "{}                                    | ''",
            })
    void anErrorIsTellingUnlessItsCodeIsNone(String item, String told) {
        JsonObject answer = json("{'status':'CommitStarted','statusDetails':{'errors':[" + item + "]}}");

        assertThat(SubmissionStatus.of(answer).errors().stream()
                        .map(error -> error.code() + " " + error.text())
                        .toList())
                .isEqualTo(told.isEmpty() ? java.util.List.of() : java.util.List.of(told));
    }
}
