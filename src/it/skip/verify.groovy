import io.github.storemaven.goal.BuildFixture

assert BuildFixture.logged(basedir, 'Skipping submit (store.skip is true)')
