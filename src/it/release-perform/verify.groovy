import io.github.storemaven.testing.BuildLog

def fixture = context.fixture
fixture.close()
def log = BuildLog.read(basedir, 'build.log')
// The flight by the snapshot, the app by the release and by nothing else.
assert log.has('to the flight ')
assert log.count('Releasing app 9PAPPDEMO001 to everybody') == 1
assert fixture.count('POST', '/commit') == 2
assert new File(basedir, 'target/checkout/target/store/submission.json').exists()
assert new File(basedir, 'pom.xml').getText('UTF-8').contains('<version>1.2.1-SNAPSHOT</version>')
assert fixture.leaks() == []
