import io.github.storemaven.testing.BuildLog

def log = BuildLog.read(basedir, 'build.log')
def said = [
    'everything': [
        'problems, nothing was sent',
        'store.applicationId',
        'nowhere/*.msix',
        'broken.json, line 2: a colon is missing after column 14',
        'store.waitFor is "christmas"; allowed values: none, commit, certification, publication',
        'store.timeout is "soon"',
        'store.onPending is "panic"',
        'store.serviceUrl is "http://store.example.com"',
        'No credentials for the Store',
    ],
    'no-server': ['No credentials for the Store: settings.xml has no server "nobody", but it has "microsoft-store"',
                  '"-Dstore.serverId=microsoft-store"'],
    'incomplete-server': ['incomplete-store', '<password>', '<tenantId>'],
    'two-products': [
        'A flight and an add-on are named together',
        'nowhere.key',
        'nowhere.zip, which is not a file',
    ],
    'flight-submission': [
        'store.visibility is set, and a submission of a flight has no such member',
        'store.rolloutPercentage is "150"',
        'the first is submission.json, /visibility',
    ],
    'addon-request': [
        'addon.json, line 1: only Partner Center can create a Subscription; use Durable or Consumable (ADD-07)',
        'productId is missing: set store.addonProductId, or write productId into store.addonFile',
        'applicationIds is missing: set store.applicationId',
        'store.ifExists is "maybe"; allowed values: skip, fail',
    ],
    'flight-request': [
        'friendlyName is missing: set store.flightName',
        'flight.json, line 1: groupIds is not an array',
        'Module flight-request names no app: add <store.applicationId>, the 12 characters that Partner Center shows',
    ],
    'app-to-delete': ['Name the add-on to delete, and nothing else'],
    'rehearsed-pull': ['pull cannot be rehearsed'],
]
said.each { module, texts ->
    assert log.matches(module + / \.+ FAILURE/)
    def failure = log.failureOf(module)
    texts.each { assert failure.has(it): module }
}
assert !log.failureOf('everything').has('No package is named')
assert log.has('the upload has no file "tide.msix"; write the name exactly as the file has it (UPD-02)') // All findings are above.
assert !log.hasStackTrace()

// Nothing was sent, not even for a token, and nothing was pulled.
assert context.fixture.store().requestCount() == 0
context.fixture.close()
assert !new File(basedir, 'rehearsed-pull/src').exists()
