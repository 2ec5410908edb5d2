import groovy.json.JsonSlurper
import io.github.storemaven.emulator.EmbeddedStore
import io.github.storemaven.testing.BuildFixture
import io.github.storemaven.testing.MavenProcess
import io.github.storemaven.json.Json
import java.time.Duration
import java.time.Instant
import java.time.InstantSource

// Time stands still for the Store, so that a wait lasts.
def now = Instant.now()
BuildFixture.writePackage(basedir, 'tide-1.2.0.0.msix', '1.2.0.0')
def fixture = BuildFixture.start(basedir, context.userProperties, 'it-client-secret+/=~plain',
    EmbeddedStore.builder().clock({ now } as InstantSource).pace(Duration.ofHours(1)))
context.fixture = fixture
def store = fixture.store()
def slow = { call -> store.faults().set('delay', Json.PROVIDER.createObjectBuilder().add('call', call).build()) }
def run = { log ->
    new MavenProcess.Launcher(basedir, localRepositoryPath, mavenHome, javaHome).start(log, 'mvn store:submit -Dstore.applicationId=9PAPPDEMO001'
        + ' -Dstore.packages=target/*.msix -Dstore.waitFor=publication'
        + " -Dstore.serviceUrl=${store.serviceUrl()} -Dstore.loginUrl=${store.loginUrl()}")
}

// Killed in the middle of the upload: the block is there, the list is not.
slow('putBlock')
def uploading = run('killed-in-upload.log')
uploading.await('a block', { store.requests().any { it.call() == 'putBlock' } && uploading.output().contains('Uploading') })
uploading.kill()
store.faults().clear()
context.draft = new JsonSlurper().parse(new File(basedir, 'target/store/draft.json')).values().first().submissionId

// Ctrl-C in the wait.
def waiting = run('interrupted.log')
waiting.await('the wait', { waiting.output().contains('Waiting until ') })
context.exit = waiting.interrupt()
context.result = new JsonSlurper().parse(new File(basedir, 'target/store/submission.json'))

now = now + Duration.ofDays(7)
return true
