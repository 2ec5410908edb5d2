import io.github.storemaven.testing.BuildFixture
import jakarta.json.Json

// What an earlier release left.
def earlier = new File(basedir, 'unknown-app/target/store')
earlier.mkdirs()
new File(earlier, 'submission.json').text = '{"submissionId": "1"}'

BuildFixture.prepare(basedir, context)
context.fixture.store().faults().set('fail', Json.createObjectBuilder()
        .add('state', 'CommitFailed')
        .add('code', 'PackageValidationFailed')
        .add('details', 'The package does not do what it promises')
        .build())
return true
