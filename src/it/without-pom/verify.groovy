context.fixture.close()
assert context.fixture.count('POST', '/commit') == 1
assert new File(basedir, 'target/store/submission.json').isFile()
