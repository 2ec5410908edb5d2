import groovy.json.JsonSlurper
import io.github.storemaven.testing.BuildLog

def fixture = context.fixture
fixture.close()
assert fixture.count('POST', '/commit') == 1
assert new File(basedir, 'target/store/submission.json').isFile()

def log = BuildLog.read(basedir, 'submitted.log')
assert ['Parameters of every day:', 'waitFor (default commit)', 'When the goal ends: none (at once)'].every { log.has(it) }

// The doctor finds no problem after the release, whether it is published by now or on its way, and nothing that the reference does not have.
def after = new JsonSlurper().parse(new File(basedir, 'target/store/doctor.json')).checks.collectEntries { [it.name, it] }
assert after.size() == 14
assert after.values().count { it.result == 'problem' } == 0
assert ['token', 'role', 'apps', 'clock', 'product', 'published', 'price'].every { after[it].result == 'ok' }
assert log.lines().findAll { it ==~ /\[INFO\] (ok|warning|problem) +[a-z-]+ +.*/ }.every { it.length() <= 80 }
def report = new File(basedir, 'target/store/doctor.md').text
assert report.contains(', 0 differences.')
assert !report.contains('9PAPPDEMO001') && !(report =~ /\d{19}/)

assert fixture.leaks() == []
