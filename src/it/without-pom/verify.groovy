context.fixture.close()
assert context.fixture.count('POST', '/commit') == 1
assert new File(basedir, 'target/store/submission.json').isFile()

def log = io.github.storemaven.goal.BuildFixture.log(basedir)
assert ['Available parameters:', 'waitFor (Default: commit)', 'User property: store.waitFor'].every { text -> log.any { it.contains(text) } }
