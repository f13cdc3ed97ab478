<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
  <#if section = "header">
    ${msg("pageExpiredTitle")}
  <#elseif section = "form">
    <p><a class="submit" href="${url.loginRestartFlowUrl}">${msg("pageExpiredRestart")}</a></p>
    <p><a href="${url.loginAction}">${msg("pageExpiredContinue")}</a></p>
  </#if>
</@layout.registrationLayout>
