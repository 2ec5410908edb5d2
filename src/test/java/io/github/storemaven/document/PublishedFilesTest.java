package io.github.storemaven.document;

import static io.github.storemaven.testing.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reference, section 8.3. */
class PublishedFilesTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "lacked       | {'applicationPackages':[]} | {'applicationPackages':[{'id':'1'}]}",
                "absent       | {} | {'applicationPackages':[{'id':'1'}]}",
                "null         | {'applicationPackages':null} | {'applicationPackages':[{'id':'1'}]}",
                "removed      | {'applicationPackages':[{'id':'1','fileStatus':'PendingDelete'}]} |"
                        + " {'applicationPackages':[{'id':'1','fileStatus':'PendingDelete'}]}",
                "beside a new | {'ApplicationPackages':[{'fileName':'b'}]} |"
                        + " {'ApplicationPackages':[{'fileName':'b'},{'id':'1'}]}",
            })
    void aPublishedPackageIsThereAgain(String situation, String draft, String completed) {
        assertThat(PublishedFiles.completed(json(draft), json("{'applicationPackages':[{'id':'1'}],'tag':'x'}")))
                .isEqualTo(json(completed));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "image lacked     | {'listings':{'de':{'images':[]}}} | {'listings':{'de':{'images':[{'id':'7'}]}}}",
                "language removed | {'listings':{}} | {'listings':{}}",
            })
    void anImageOfALanguageThatIsThereIsThereAgain(String situation, String draft, String completed) {
        assertThat(PublishedFiles.completed(json(draft), json("{'listings':{'de':{'images':[{'id':'7'}]}}}")))
                .isEqualTo(json(completed));
    }
}
