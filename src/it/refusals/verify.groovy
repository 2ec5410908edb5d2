import groovy.json.JsonSlurper
import io.github.storemaven.testing.BuildLog

context.fixture.close()
def log = BuildLog.read(basedir, 'build.log')
assert log.failureOf('wrong-secret').has('AADSTS7000215')

assert log.failureOf('unknown-app').has('Correlation id')
assert log.failureOf('unknown-app').has('404')
assert new JsonSlurper().parse(new File(basedir, 'unknown-app/target/store/submission.json')).result == 'refused'

assert log.failureOf('unreachable').has('The request to the Store failed')
assert log.failureOf('unreachable').has('127.0.0.1:9')
assert log.failureOf('unreachable').has('connection refused')
assert log.failureOf('unreachable').has('6 attempts in')

assert log.failureOf('refused-submission').has('PackageValidationFailed')
assert log.failureOf('refused-submission').has('https://partner.microsoft.com/dashboard/products/9PAPPDEMO001/submissions/')

// Of all of them the last one came as far as the commit.
assert context.fixture.count('POST', '/commit') == 1
assert !log.hasStackTrace()
