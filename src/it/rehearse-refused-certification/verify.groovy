import io.github.storemaven.goal.BuildFixture

assert BuildFixture.logged(basedir, 'CertificationFailed')
assert BuildFixture.logged(basedir, 'The app crashes at launch.')
assert BuildFixture.logged(basedir, 'https://example.invalid/report/42')
assert BuildFixture.log(basedir).every { !(it =~ /^\s+at io\.github/) } // no stack trace
assert BuildFixture.log(basedir).any { it =~ /Correlation id [0-9a-f-]{36}/ }
