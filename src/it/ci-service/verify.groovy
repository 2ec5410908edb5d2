// Each command is at the start of a line, without Maven's prefix or a colour before it, and in UTF-8.
def console = new String(new File(basedir, 'build.log').bytes, 'UTF-8')
def lines = console.readLines()
def started = { beginning -> lines.findAll { it.startsWith(beginning) } }

assert started('::warning file=odd.json,line=2,title=DOC-01::').any { it.contains('größe 100 %25') }
assert started('::notice title=REHEARSAL%3A Microsoft Store%2C ').size() == 1
assert started('##vso[task.setvariable variable=STORE_RESULT;isOutput=true]') == ['##vso[task.setvariable variable=STORE_RESULT;isOutput=true]submitted']
assert started('##vso[task.uploadsummary]').every { it.replace('\\', '/').endsWith('/ci-service/target/store/summary.md') }
assert new File(basedir, 'target/store/summary.md').isFile()
assert started("##teamcity[setParameter name='env.STORE_RESULT'") == ["##teamcity[setParameter name='env.STORE_RESULT' value='invalid']"]
assert started("##teamcity[message text='").any { it.contains('tide.msix has version 1.2.0.0; store.expectedVersion is 1.3') && it.endsWith("status='ERROR']") }

// Two steps append: what validate found, and the release; the two other services have no such files.
def summary = new File(basedir, 'target/step-summary').getText('UTF-8')
assert summary.readLines().findAll { it.startsWith('### ') }.size() == 2
assert summary.startsWith('### Store: 0 errors, 1 warning') && summary.contains('### REHEARSAL Microsoft Store: app 9PAPPDEMO001')
def output = new File(basedir, 'target/step-output').readLines()
assert output.count { it.startsWith('STORE_RESULT=') } == 1 && output.contains('STORE_RESULT=submitted')
assert output.contains('STORE_RESULTS=9PAPPDEMO001:submitted')

// What somebody wrote into the changelog is no command.
assert new File(basedir, 'azure.log').text.contains('vso[task')
assert lines.every { !it.contains('##vso[task.setvariable variable=STORE_RESULT]') && !it.startsWith('::set-output') && !it.contains("value='published'") }
assert !new File(basedir, 'azure.log').text.contains('##vso[')
