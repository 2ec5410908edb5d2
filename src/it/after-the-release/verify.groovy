import groovy.json.JsonSlurper
import io.github.storemaven.testing.BuildLog

def fixture = context.fixture
fixture.close()
def log = { name -> BuildLog.read(basedir, name + '.log') }
def result = { name -> new JsonSlurper().parse(new File(basedir, "target/store/${name}.json")) }
def posts = fixture.store().requests().findAll { it.method() == 'POST' && it.path().contains('rollout') }

// 1: shown with no call that changes it, raised by the execution of its own; the next release would stop.
def released = log('released')
assert released.has('is in the state Published')
def shown = released.at('10 % of the customers get it, the others get submission')
assert shown > 0 && released.lines().any { it.contains('  Published: submission') }
assert released.has(': 10 % -> 25 %')
// The release has waited, and nothing after it.
assert released.lines().findAll { it.contains('Waiting until ') }.size() == 1
assert released.has('submit would stop: The gradual rollout of submission')
assert result('plan').rollout.stopsSubmit

// 2: raised from the command line, which the common configuration does not overrule.
def raised = log('raised')
assert raised.has(': 25 % -> 50 %')
assert raised.matches(/published   9PAPPDEMO001  /)
assert raised.matches(/published\*  9NADDONDEMO1  coins/)
assert raised.has('Flight aaaaaaaa-0000-4000-8000-000000000001 (Testers)')
assert raised.has('a draft, which nobody has submitted yet; made in Partner Center')
assert raised.matches(/mvn store:rollout "-Dstore.applicationId=9PAPPDEMO001" .*"-Dstore.rolloutAction=finalize"/)
assert result('list').addons*.name == ['coins']
def status = result('status').products
assert status*.product.kind == ['app', 'flight', 'add-on']
assert status[0].published.packages*.version == ['1.2.0.0']
assert status[0].published.rollout.percentage == 50
assert status[2].pending.madeBy == 'partnerCenter'

// 3: halted, a draft made and withdrawn.
assert log('halted').has('begins as a copy of the halted one')
assert log('halted').has('a draft that was made by API')
assert result('rollout').status == 'PackageRolloutStopped'
assert result('cancel').deleted ==~ /\d{19}/
assert fixture.store().pending('9PAPPDEMO001').isEmpty()

assert posts*.path().collect { it.replaceAll('.*/', '') } ==
        ['updatepackagerolloutpercentage', 'updatepackagerolloutpercentage', 'haltpackagerollout']
assert fixture.count('POST', '/commit') == 1
assert fixture.leaks() == []
