import io.github.storemaven.goal.BuildFixture

assert BuildFixture.logged(basedir, 'Skipping submit (store.skip is true)')
assert BuildFixture.logged(basedir, 'Skipping submit (store.submit.skip is true)')
