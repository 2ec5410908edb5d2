import io.github.storemaven.goal.BuildFixture

context.fixture.close()
assert BuildFixture.logged(basedir, 'Skipping the release of a snapshot (1.2.0-SNAPSHOT)')
assert context.fixture.count('POST', '/commit') == 1 // by the second build, with -Dstore.snapshots=true
