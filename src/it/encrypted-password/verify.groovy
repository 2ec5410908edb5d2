context.fixture.close()
assert context.fixture.count('POST', '/commit') == 1
assert context.fixture.leaks() == []
