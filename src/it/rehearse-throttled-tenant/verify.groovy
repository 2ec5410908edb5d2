import io.github.storemaven.goal.BuildFixture
import io.github.storemaven.json.JsonReading

assert BuildFixture.logged(basedir, 'is in the state Published')
def result = JsonReading.file(new File(basedir, 'target/store/submission.json').toPath()).object()
assert result.getString('status') == 'Published'
