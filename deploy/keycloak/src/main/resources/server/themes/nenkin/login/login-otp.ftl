<#import "template.ftl" as layout>
<#import "fields.ftl" as fields>
<#assign wrong = messagesPerField.existsError("totp")>
<@layout.registrationLayout displayMessage=!wrong; section>
  <#if section = "header">
    ${msg("otpTitle")}
  <#elseif section = "form">
    <#if wrong>
    <p id="wrong" class="message error" role="alert">
      ${kcSanitize(messagesPerField.get("totp"))?no_esc}
    </p>
    </#if>
    <p id="otpHint">${msg("otpHint")}</p>
    <form action="${url.loginAction}" method="post" onsubmit="this.login.disabled = true">
      <#if otpLogin.userOtpCredentials?size gt 1>
      <fieldset>
        <legend>${msg("otpDevice")}</legend>
        <#list otpLogin.userOtpCredentials as device>
        <label><input type="radio" name="selectedCredentialId" value="${device.id}"
                      <#if device.id = otpLogin.selectedCredentialId>checked</#if>> ${device.userLabel}</label>
        </#list>
      </fieldset>
      </#if>
      <div class="group">
        <@fields.label "otp"/>
        <@fields.code id="otp" wrong=wrong describedBy="otpHint"/>
      </div>
      <button class="submit" name="login" type="submit">${msg("doLogIn")}</button>
    </form>
  </#if>
</@layout.registrationLayout>
