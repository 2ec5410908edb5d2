import io.github.storemaven.testing.BuildFixture
import io.github.storemaven.testing.MavenProcess
import io.github.storemaven.testing.CountingProxy

context.proxy = CountingProxy.refusing()
new File(basedir, 'global-settings.xml').text = """<settings>
  <proxies>
    <proxy>
      <id>office</id>
      <active>true</active>
      <protocol>http</protocol>
      <host>127.0.0.1</host>
      <port>${context.proxy.port()}</port>
      <username>it-user</username>
      <password>it-proxy-password</password>
    </proxy>
  </proxies>
  <servers>
    <server>
      <id>global-store</id>
      <username>11111111-2222-3333-4444-555555555555</username>
      <password>{OKO9EQ7zS7cHrCeLgKotDx7EIsbykA/UetWYkdbudVwyjwUuRfPNyLK+15JH8KSH}</password>
      <configuration>
        <tenantId>aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee</tenantId>
      </configuration>
    </server>
  </servers>
  <mirrors>
    <mirror>
      <id>everything</id>
      <mirrorOf>*</mirrorOf>
      <url>${MavenProcess.outerRepository().toUri()}</url>
    </mirror>
  </mirrors>
</settings>
"""
BuildFixture.writePackage(basedir, 'tide-1.2.0.0.msix', '1.2.0.0')
return BuildFixture.prepareStore(basedir, context, 'it-client-secret+/=~encrypted')
