import io.github.storemaven.goal.BuildFixture

def fixture = context.fixture
fixture.close()
// The flight by the snapshot, the app by the release and by nothing else.
assert BuildFixture.logged(basedir, 'to the flight ')
assert BuildFixture.log(basedir).count { it.contains('Releasing app 9PAPPDEMO001 to everybody') } == 1
assert fixture.count('POST', '/commit') == 2
assert new File(basedir, 'target/checkout/target/store/submission.json').exists()
assert new File(basedir, 'pom.xml').getText('UTF-8').contains('<version>1.2.1-SNAPSHOT</version>')
assert fixture.leaks() == []
