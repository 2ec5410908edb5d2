import groovy.json.JsonSlurper
import io.github.storemaven.testing.BuildLog

def json = { name -> new JsonSlurper().parse(new File(basedir, name)) }
def log = BuildLog.read(basedir, 'build.log').lines()

// bad: all of these are found at once, each with its file.
def errors = json('bad/target/store/validation.json').errors
def found = { rule, file, text -> errors.any { it.rule == rule && it.file == file && it.message.contains(text) } }
assert found('TXT-03', 'src/store/listings/en-us/releaseNotes.txt', '1,601')
assert found('IMG-01', 'src/store/listings/en-us/images/Screenshot/01-small.png', '100')
assert errors.any { it.rule.startsWith('VER') && it.file == 'target/tide.msix' }
assert found('DOC-01', 'src/store/submission.json', 'did you mean "visibility"')
assert errors.find { it.rule == 'PRC-01' && it.file == 'src/store/submission.json' }.line == 4
assert found('FILE', 'src/store/listings/en-us/descripton.txt', 'did you mean description.txt?')
assert found('FILE', 'src/store/listings/en-us/title.txt', 'UTF-8')
assert found('FILE', 'src/store/listings/xx-yy', 'no language')
assert found('FILE', 'src/store/listings/en-us/images/Screenshot/02-text.png', 'not a PNG')
assert found('FILE', 'src/store/listings/en-us/images/Screenshots', 'did you mean Screenshot?')
assert found('FILE', 'src/store/listings/en-us/images/Icon', 'no image in it')
assert errors.any { it.rule == 'FILE' && it.message.startsWith('en-us is null here, which removes it, and is set by src/store/listings/en-us/') }
assert log.any { it.startsWith('::error file=bad/src/store/listings/en-us/releaseNotes.txt,title=TXT-03::') }
assert log.any { it.startsWith('::error file=bad/src/store/submission.json,line=2,title=DOC-01::') }
// GitHub shows ten of a kind and step.
assert log.count { it.startsWith('::error ') } == 10
assert log.any { it ==~ /::error title=Microsoft Store::\d+ more errors? (is|are) in the log .*/ }
assert log.any { it.contains('src/store/listings/en-us/releaseNotes.txt: releaseNotes has 1,601 characters; the Store takes at most 1,500, cut 101 (TXT-03)') && !it.startsWith('::') }

def warnings = json('long/target/warnings/validation.json')
assert warnings.errors.isEmpty() && warnings.warnings*.rule == ['TXT-03']
assert log.any { it.contains(': no error, 1 warning, 1 piece of advice (') }
assert log.any { it.contains('(a warning; store.failOnWarning is true)') }
assert json('long/target/nothing/validation.json') == [errors: [], warnings: [], advice: []]
def broken = json('broken/target/store/validation.json').errors
assert broken*.rule == ['FILE', 'FILE'] && broken.any { it.file == 'broken.json' && it.line == 2 }
assert broken.any { it.message.startsWith('store.storeDirectory names') && it.message.endsWith('nowhere, which does not exist') }

assert log.any { it ==~ /.*: \d+ errors, \d+ warnings?, \d+ pieces? of advice\. All are above; the first:/ }
assert log.any { it.startsWith('[ERROR] src/store/listings/en-us/images/Screenshot/01-small.png: ') }
assert BuildLog.read(basedir, 'build.log').failureOf('submit').has('errors, nothing was sent. All are above; the first:')
