import io.github.storemaven.testing.BuildFixture
import io.github.storemaven.testing.CountingProxy

context.proxy = CountingProxy.refusing()
new File(basedir, 'proxies.xml').text = """<settings>
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
</settings>
"""
return BuildFixture.prepareStore(basedir, context, 'it-client-secret+/=~plain')
