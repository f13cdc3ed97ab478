<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
  <#if section = "header">
    ${msg("logoutConfirmTitle")}
  <#elseif section = "form">
    <p>${msg("logoutConfirmHeader")}</p>
    <form action="${url.logoutConfirmAction}" method="post">
      <input type="hidden" name="session_code" value="${logoutConfirm.code}">
      <button class="submit" name="confirmLogout" value="on" type="submit">${msg("doLogout")}</button>
    </form>
    <#if !logoutConfirm.skipLink && (client.baseUrl)?has_content>
    <p><a href="${client.baseUrl}">${msg("backToPortal")}</a></p>
    </#if>
  </#if>
</@layout.registrationLayout>
