import groovy.json.JsonSlurper
import io.github.storemaven.testing.BuildLog

def fixture = context.fixture
fixture.close()
def store = fixture.store()
def log = { name -> BuildLog.read(basedir, name + '.log') }
def posts = { end -> store.requests().findAll { it.method() == 'POST' && it.path().endsWith(end) && it.status().intdiv(100) == 2 } }

def first = log('first')
assert first.has('1 of 3 add-ons failed (1 created, 1 submitted, 1 failed). The same command does what is left:')
assert first.has('Tier3 is not for sale today')
assert first.lines().findAll { it.contains('Prices change:') || it.contains('The price changes: ') }.size() >= 3
assert !first.has('Releasing app')

// What GitHub reads: commands at the start of a line of standard output, and the files that it names.
def console = new String(new File(basedir, 'build.log').bytes, 'UTF-8').readLines()
assert console.any { it.startsWith('::error title=Microsoft Store%2C refused::1 of 3 add-ons failed (1 created, 1 submitted, 1 failed): coins-500 (refused): ') }
assert console.any { it.startsWith('::warning title=Microsoft Store::') && it.contains('The price changes: ') }
def summary = new File(basedir, 'target/step-summary').getText('UTF-8')
assert summary.startsWith('### Microsoft Store: add-ons of app 9PAPPDEMO001, refused\n')
assert summary.readLines().findAll { it.startsWith('| `') }.collect { it.tokenize('|')[0..1]*.trim() } ==
        [['`coins-500`', 'failed: refused'], ['`coins-100`', 'submitted'], ['`tides.year`', 'created']]
assert new File(basedir, 'target/step-output').readLines().containsAll(['STORE_RESULT=refused', 'STORE_RESULTS=9PAPPDEMO001/addons:refused'])

// The add-ons are submitted before the app, each once.
assert log('second').has('3 add-ons (1 submitted, 2 unchanged)')
assert log('second').has('Published app 9PAPPDEMO001')
def commits = posts('/commit').collect { it.path() }
assert commits.size() == 4 && commits.unique(false).size() == 4
assert commits.last().contains('9PAPPDEMO001')
assert posts('/inappproducts').size() == 1

// Nothing but the pages of the list is asked for where the record knows all.
assert log('third').has('3 add-ons (3 unchanged), ')
def result = new JsonSlurper().parse(new File(basedir, 'target/store/addons.json'))
assert result.addons*.productId == ['coins-100', 'coins-500', 'tides.year']
assert result.addons*.result.unique() == ['unchanged']
assert result.result == 'unchanged'
assert result.counts.total == 3 && result.counts.unchanged == 3
assert store.published('9NADDONCO500').get().getJsonObject('pricing').getString('priceId') == 'Tier3'
assert ['first', 'second', 'third'].every { !log(it).hasStackTrace() }
assert fixture.leaks() == []
