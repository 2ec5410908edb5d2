import io.github.storemaven.testing.BuildLog

def fixture = context.fixture
fixture.close()
def logs = ['failing-module', 'failing-release', 'resumed'].collect { BuildLog.read(basedir, it + '.log').lines() }
// The addresses of the Store come from the command line, and so they are in the command that goes on.
def builds = logs.collect { lines -> lines.collect { it.replaceAll(/ "-Dstore\.(login|service)Url=http:[^"]*"/, ' URL') } }
def at = { lines, text -> lines.findIndexOf { it.contains(text) } }

// 1: a module after ours fails, so nothing was sent, and it is said how to do it; but for the module that is told not to wait.
assert builds[0].count { it.contains('Deferring store:') } == 4
assert at(builds[0], 'these goals changed nothing in the Store: mvn store:submit@store -pl :tide URL URL; '
        + 'mvn "store:create-addon@new add-on" -pl :tide URL URL; mvn store:submit@add-on -pl :tide URL URL; '
        + 'mvn store:submit@store -pl :wave URL URL. Build') > 0
assert !builds[0].any { it.contains('Now store:') }
assert builds[0].count { it.contains('Changes to ') } == 1
assert builds[0].any { it.contains('Changes to app 9PAPPDEMO003') }
assert builds[0].any { it.contains('(add-on that goes) on project last: store.requestsPerMinute is "0"') }

// 2: in the order of the modules at the end, what they create included; a refusal fails the build, and the rest waits.
def ran = { lines -> lines.findAll { it.contains('Now store:') }.collect { it.replaceAll('.*Now store:|: all modules.*', '') } }
assert ran(builds[1]) == ['submit@store of tide', 'create-addon@new add-on of tide', 'submit@add-on of tide', 'submit@store of wave']
assert builds[1].any { it ==~ /.*The id of add-on .* is 9N\w+/ }
assert at(builds[1], 'Created add-on') > builds[1].findLastIndexOf { it.contains('Deferring') }
assert at(builds[1], 'mvn "store:delete-addon@add-on that goes" -pl :last URL URL. ') > 0
assert builds[1].any { it ==~ /.*wave \.+ FAILURE.*/ }
assert builds[1].any { it.contains('submit (store) on project wave: The account has no app 9PUNKNOWN001. It has these apps: 9PAPPDEMO001 (') }

// 3: resumed, the build does what was left.
assert ran(builds[2]) == ['submit@store of wave', 'delete-addon@add-on that goes of last']
assert at(builds[2], 'There is no add-on tides.week') > at(builds[2], 'Committed submission')

assert fixture.count('POST', '/commit') == 4

// Modules that have nothing to publish are quiet.
assert !logs.flatten().any { it.contains('Nothing for store:') || it.contains('Nothing to release') }
assert fixture.leaks() == []
