import io.github.storemaven.goal.BuildFixture

assert BuildFixture.logged(basedir, 'problems, nothing was sent')
assert BuildFixture.logged(basedir, 'store.applicationId')
assert BuildFixture.logged(basedir, 'nowhere/*.msix')
assert !BuildFixture.logged(basedir, 'No package is named')
assert BuildFixture.logged(basedir, 'broken.json, line 2, column')
assert BuildFixture.logged(basedir, 'store.waitFor is "christmas"; allowed values: none, commit, certification, publication')
assert BuildFixture.logged(basedir, 'store.timeout is "soon"')
assert BuildFixture.logged(basedir, 'store.onPending is "panic"')
assert BuildFixture.logged(basedir, 'store.serviceUrl is "http://store.example.com"')
assert BuildFixture.logged(basedir, 'No credentials for the Store')
assert BuildFixture.log(basedir).any { it =~ /    - the server / } // It belongs to the line above.
assert BuildFixture.log(basedir).every { !(it =~ /^\s+at io\.github/) } // no stack trace
