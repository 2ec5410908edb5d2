import groovy.json.JsonSlurper
import io.github.storemaven.testing.BuildLog

def log = { name -> BuildLog.read(basedir, name + '.log') }
def result = { name -> new JsonSlurper().parse(new File(basedir, "target/$name/submission.json")) }

def survived = log('survived')
assert survived.has('REHEARSAL passed')
assert log('refused').count('REHEARSAL') == 2

// All tokens end at the commit and in the wait: the call is made once more, with a new one, or it would be refused again.
def change = survived.at('(throttled-tenant) @ rehearse')
def answers = { lines, call -> lines.findResults { (it =~ /\[DEBUG\] $call -> (\d+),/).with { it.find() ? it.group(1) : null } } }
def ended = survived.lines().take(change).drop(survived.at('(ended-token) @ rehearse'))
assert answers(ended, 'POST .*/commit') == ['401', '202']
assert answers(ended, 'GET .*/status').with { it.take(2) == ['401', '200'] && it.count('401') == 1 }
assert result('ended-token').status == 'Published'

// Told to wait for a second, it does, and makes the same call once more.
def throttled = survived.lines().drop(change)
assert answers(throttled, 'POST .*/submissions') == ['429', '429', '201']
assert answers(throttled, 'PUT .*/submissions/\\d+') == ['429', '200']
assert answers(throttled, 'GET .*/status').take(3) == ['429', '429', '200']
assert throttled.count { it =~ /answered 429; attempt 2 of \d+ in 1 s/ } >= 3
assert result('throttled-tenant').status == 'Published'
assert result('throttled-tenant').counts.parts.create >= 2
assert survived.count('is in the state Published') == 3

def refused = log('refused')
assert refused.has('CertificationFailed')
assert refused.has('The app crashes at launch.')
assert refused.has('https://example.invalid/report/42')
assert refused.matches(/Correlation id [0-9a-f-]{36}/)
assert !refused.hasStackTrace()
