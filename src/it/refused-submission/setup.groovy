import io.github.storemaven.goal.BuildFixture
import jakarta.json.Json

BuildFixture.writePackage(basedir, 'tide-1.2.0.0.msix', '1.2.0.0')
context.fixture = BuildFixture.start(basedir, context.userProperties, 'it-client-secret+/=~plain')
context.fixture.store().faults().set('fail', Json.createObjectBuilder()
        .add('state', 'CommitFailed')
        .add('code', 'PackageValidationFailed')
        .add('details', 'The package does not do what it promises')
        .build())
return true
