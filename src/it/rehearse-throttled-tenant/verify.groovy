import io.github.storemaven.goal.BuildFixture
import io.github.storemaven.json.ParsedJson

assert BuildFixture.logged(basedir, 'is in the state Published')
def result = ParsedJson.ofFile(new File(basedir, 'target/store/submission.json').toPath()).object()
assert result.getString('status') == 'Published'
