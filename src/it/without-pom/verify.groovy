import io.github.storemaven.testing.BuildLog

context.fixture.close()
assert context.fixture.count('POST', '/commit') == 1
assert new File(basedir, 'target/store/submission.json').isFile()

def log = BuildLog.read(basedir, 'build.log')
assert ['Available parameters:', 'waitFor (Default: commit)', 'User property: store.waitFor'].every { log.has(it) }
