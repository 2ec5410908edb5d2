import io.github.storemaven.testing.BuildLog

def fixture = context.fixture
fixture.close()
assert fixture.leaks() == []

def log = { name -> BuildLog.read(basedir, name + '.log') }
assert log('killed-in-upload').has('Uploading')
assert log('interrupted').has("Resuming draft $context.draft, of an earlier run")
assert log('interrupted').matches(/Uploaded .* of .* \(.* MB\/s\); the rest was there already/)
assert log('interrupted').has("Submission $context.draft of app 9PAPPDEMO001 is committed, and the Store continues with it; the same command waits")
assert context.exit == 130
assert context.result.result == 'interrupted'
assert context.result.submissionId == context.draft
assert context.result.next.startsWith('mvn store:submit ')
assert log('build').has('What is wanted is published already')

// One submission, the right one, committed once.
assert fixture.count('POST', "/$context.draft/commit") == 1
assert fixture.count('POST', '/commit') == 1
assert fixture.store().pending('9PAPPDEMO001').empty
assert fixture.store().published('9PAPPDEMO001').get().applicationPackages*.getString('fileName').contains('tide-1.2.0.0.msix')
