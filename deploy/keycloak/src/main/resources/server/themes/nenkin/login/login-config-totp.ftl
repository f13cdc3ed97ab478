<#import "template.ftl" as layout>
<#import "fields.ftl" as fields>
<#assign wrong = messagesPerField.existsError("totp", "userLabel")>
<#assign manual = (mode!"") = "manual">
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    ${msg("loginTotpTitle")}
  <#elseif section = "form">
    <#if wrong>
    <p id="wrong" class="message error" role="alert">
      ${kcSanitize(messagesPerField.getFirstError("totp", "userLabel"))?no_esc}
    </p>
    <#else>
    <p>${msg("totpIntroduction")}</p>
    </#if>
    <ol class="steps">
      <li>${msg("totpInstall")}</li>
      <li>
        <#if manual>
        <p>${msg("totpTypeKey")}</p>
        <p id="kc-totp-secret-key" class="key" dir="ltr">${totp.totpSecretEncoded}</p>
        <p><a href="${totp.qrUrl}">${msg("totpShowPicture")}</a></p>
        <#else>
        <p>${msg("totpReadPicture")}</p>
        <img class="picture" src="data:image/png;base64, ${totp.totpSecretQrCode}" alt="${msg("totpPicture")}">
        <p><a href="${totp.manualUrl}">${msg("totpShowKey")}</a></p>
        </#if>
      </li>
      <li>${msg("totpTypeCode")}</li>
    </ol>
    <form action="${url.loginAction}" method="post">
      <div class="group">
        <@fields.label "totp"/>
        <@fields.code id="totp" wrong=wrong/>
      </div>
      <#-- Only a second device must be told from the first. -->
      <#if totp.otpCredentials?size gte 1>
      <div class="group">
        <@fields.label "userLabel"/>
        <input id="userLabel" name="userLabel" type="text" autocomplete="off" required>
      </div>
      <#else>
      <input type="hidden" name="userLabel" value="">
      </#if>
      <input type="hidden" name="totpSecret" value="${totp.totpSecret}">
      <#if mode??><input type="hidden" name="mode" value="${mode}"></#if>
      <@fields.endOthers/>
      <@fields.submits msg("doSetUp")/>
    </form>
  </#if>
</@layout.registrationLayout>
